use std::fs::File;

use chrono::TimeDelta;
use ticket_pool::server::worker;

use crate::harness::{Browser, Engine, run};

async fn settings(dana: &mut Browser) -> String {
    dana.get("/admin/settings").await.text()
}

async fn needs_attention(dana: &mut Browser) -> bool {
    let page = dana.get("/admin").await.text();
    page.contains("The last backup is more than a day old.") || page.contains("There’s no backup of the database.")
}

both! {
    async fn admins_read_when_the_last_copy_was_made_and_are_warned_after_26_hours(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let none = settings(&mut town.browser_of(&town.dana).await).await;
        assert!(none.contains("No backups are made automatically."), "{none}");
        let town = town.with_settings(&[("BACKUP_DIR", folder.path().to_str().unwrap())]);
        let mut dana = town.browser_of(&town.dana).await;
        assert!(settings(&mut dana).await.contains("There’s no backup yet. There should be a new one every day."));
        assert!(needs_attention(&mut dana).await);
        let copy = File::create(folder.path().join("tickets-2026-11-22.db")).unwrap();
        copy.set_modified(town.now().into()).unwrap();
        let page = settings(&mut dana).await;
        assert!(page.contains("Up to date") && page.contains("Last backup: 2026-11-22 12:00:00"), "{page}");
        assert!(!needs_attention(&mut dana).await);
        town.wait(TimeDelta::hours(26));
        assert!(!needs_attention(&mut town.browser_of(&town.dana).await).await);
        town.wait(TimeDelta::seconds(1));
        let mut dana = town.browser_of(&town.dana).await;
        let page = settings(&mut dana).await;
        assert!(page.contains("Late") && page.contains("There should be a new one every day."), "{page}");
        assert!(needs_attention(&mut dana).await);
    }
}

#[test]
fn the_worker_makes_the_copy_and_remembers_why_it_could_not() {
    run(Engine::Sqlite, |town| {
        Box::pin(async move {
            let folder = tempfile::tempdir().unwrap();
            let wrong = folder.path().join("tickets-2026-11-22.db");
            super::make(&wrong);
            let town = town.with_settings(&[("BACKUP_DIR", folder.path().to_str().unwrap())]);
            let mut dana = town.browser_of(&town.dana).await;
            worker::back_up(&town.site).await;
            let page = settings(&mut dana).await;
            assert!(page.contains("The last attempt failed: ") && page.contains("move it away"), "{page}");
            std::fs::remove_file(&wrong).unwrap();
            worker::back_up(&town.site).await;
            let page = settings(&mut dana).await;
            assert!(page.contains("Last backup: 2026-11-22 12:00:00") && !page.contains("failed: "), "{page}");
        })
    });
}
