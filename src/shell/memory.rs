//! Keeping the memory of this program out of the hands of others.

/// Has the system make no copy of this program's memory when it fails, and keep it from other programs of the user.
///
/// That this does not succeed is no reason not to work: the system may not know it, or not allow it.
#[cfg(unix)]
pub fn keep_private() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Has the system make no copy of this program's memory; here it makes none by itself.
#[cfg(not(unix))]
pub fn keep_private() {}
