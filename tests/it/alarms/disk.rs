//! A disk that is almost full: on a disk of its own, which only this test sees.

use std::{env, fs, process::Command};

use ticket_pool::domain::alarm::Cause;

use super::{causes, looked, quiet};
use crate::harness::{Engine, Town, run};

/// Set where the folder `disk` of the present one has 1,000 KiB and no more.
const ALONE: &str = "TICKET_POOL_SMALL_DISK";

/// Runs itself once more, where there is such a folder.
#[test]
fn a_disk_that_is_almost_full_is_told_and_when_there_is_room_again() {
    if env::var_os(ALONE).is_some() {
        return run(Engine::Sqlite, |town| Box::pin(fills_up(town)));
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("disk")).unwrap();
    let this = "alarms::disk::a_disk_that_is_almost_full_is_told_and_when_there_is_room_again";
    let script = format!("mount -t tmpfs -o size=1000k none disk && exec \"$0\" --exact {this}");
    let mut alone = Command::new("unshare");
    alone.args(["--map-root-user", "--mount", "sh", "-c", &script]).arg(env::current_exe().unwrap());
    let told = alone.current_dir(folder.path()).env(ALONE, "yes").output().unwrap();
    let said = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&told.stderr));
}

async fn fills_up(town: Town) {
    let town = town.with_settings(&[("DATABASE", "disk/tickets.db")]);
    quiet(&town).await;
    fs::write("disk/copy.db", vec![1; 880 * 1024]).unwrap();
    assert!(looked(&town).await.is_empty(), "more than a tenth is left");
    fs::write("disk/another.db", vec![1; 40 * 1024]).unwrap();
    let letters = looked(&town).await;
    assert!(letters[0].text.contains("The server’s disk is almost full: 8% left."), "{}", letters[0].text);
    assert_eq!(causes(&town), [(Cause::Disk, 8)]);
    assert!(looked(&town).await.is_empty(), "once a day");
    fs::remove_file("disk/copy.db").unwrap();
    let letters = looked(&town).await;
    assert!(letters[0].text.contains("There’s enough room on the server’s disk again."), "{}", letters[0].text);
    quiet(&town).await;
}
