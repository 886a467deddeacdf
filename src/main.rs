//! The one binary: the web server and its commands.

/// A page is thousands of small pieces of memory: this allocator halves what they cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    ticket_pool::cli::run().await
}
