//! `fanshelf-storefront serve|import|catalog|backup|orders|members`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use storefront::config::{Cli, Command};
use storefront::{log, serve};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), String> {
    log::start(cli.log_format, &cli.log)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| format!("The program could not start its threads: {error}."))?;
    let done = runtime.block_on(async {
        match cli.command {
            Command::Serve(args) => serve::serve(*args).await,
            Command::Import(args) => serve::import(args).await,
            Command::Catalog(command) => serve::catalog(command).await,
            Command::Backup(command) => serve::backup(command).await,
            Command::Orders(command) => {
                print(&serve::orders(command).await?);
                Ok(())
            }
            Command::Members(command) => {
                print(&serve::members(command).await?);
                Ok(())
            }
        }
    });
    // What still runs after a graceful stop has had its time.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    done
}

fn print(text: &str) {
    // A pipe that was closed early (`| head`) is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
}
