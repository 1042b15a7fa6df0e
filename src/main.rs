//! The thin binary: arguments in, exit code out.

#[cfg(target_os = "linux")]
use mimalloc::MiMalloc as Heap;
#[cfg(not(target_os = "linux"))]
use std::alloc::System as Heap;

use zeroizing_alloc::ZeroAlloc;

/// What is given back to the system is wiped first: no note stays behind in memory that nobody uses any more.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<Heap> = ZeroAlloc(Heap);

fn main() -> std::process::ExitCode {
    pallium::cli::main()
}
