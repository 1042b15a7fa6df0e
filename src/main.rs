//! The thin binary: arguments in, exit code out.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

/// What is given back to the system is wiped first: no note stays behind in memory that nobody uses any more.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> std::process::ExitCode {
    pallium::cli::main()
}
