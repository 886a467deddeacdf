use std::path::Path;

use super::Ended;
use crate::{
    server::{
        clock::{Clock, SystemClock},
        config::Settings,
        restore::restore,
    },
    words,
};

/// Puts a copy in the place of the SQLite database of a site that does not run, and says what to do then.
pub async fn run(settings: &Settings, copy: &Path) -> Ended {
    let restored = restore(&settings.database, copy, SystemClock.now()).await?;
    println!("{} was restored.", copy.display());
    if let Some(before) = &restored.before {
        println!("What was there before is in {}.", before.display());
    }
    if restored.held_back > 0 {
        println!(
            "{} waited to be sent when the copy was made. They may have left since, so they do not leave by themselves: the \
             page Email lists them as failed.",
            words::emails(restored.held_back)
        );
    }
    eprintln!(
        "Start the site with the SECRET_KEY it had when the copy was made: with another, no event can be drawn. What was \
         stated since then is gone, and is stated anew in other words: tell people."
    );
    Ok(())
}
