//! What takes long is computed beside the threads that answer everyone.

use std::{sync::mpsc, time::Duration};

use ::allocation::Rule;
use ticket_pool::server::services::{allocation::Telling, draw, event};
use tokio::{runtime::Builder, task::spawn_blocking, time::timeout};

use crate::harness::{Engine, Town, run_on};

/// The draw's page and its file wait for the one thread for long work while that is busy; everything else goes on.
async fn an_order_is_not_computed_on_a_thread_that_answers(town: Town) {
    let number = town.closed_in_turn().await;
    town.draw(number, Rule::FIRST_COME, "").await.unwrap();
    town.put_draw(number).await.unwrap();
    town.finalize(number, Telling::Nobody).await.unwrap();
    let (site, asha) = (&town.site, &town.asha);
    let (release, busy) = mpsc::channel::<()>();
    let long_work = spawn_blocking(move || busy.recv());
    let short = Duration::from_millis(300);
    let page = timeout(short, draw::show(site, asha, number)).await;
    assert!(page.is_err(), "the page's order was computed on a thread that answers");
    let file = timeout(short, draw::record(site, asha, number, 1)).await;
    assert!(file.is_err(), "the file's order was computed on a thread that answers");
    event::view(site, asha, number).await.unwrap();
    release.send(()).unwrap();
    long_work.await.unwrap().unwrap();
    assert_eq!(draw::show(site, asha, number).await.unwrap().places.len(), 2);
    draw::record(site, asha, number, 1).await.unwrap();
}

mod an_order_is_not_computed_on_a_thread_that_answers {
    use super::{Builder, Engine, run_on};

    fn told(engine: Engine) {
        let mut threads = Builder::new_multi_thread();
        run_on(threads.worker_threads(2).max_blocking_threads(1), engine, |town| {
            Box::pin(super::an_order_is_not_computed_on_a_thread_that_answers(town))
        });
    }

    #[test]
    fn sqlite() {
        told(Engine::Sqlite);
    }

    #[test]
    fn postgres() {
        told(Engine::Postgres);
    }
}
