//! The one binary: the web server and its commands.

#[tokio::main]
async fn main() -> std::process::ExitCode {
    ticket_pool::cli::run().await
}
