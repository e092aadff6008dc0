//! The program. Everything it does begins in [`casebook::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    casebook::cli::run()
}
