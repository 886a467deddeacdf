//! What happens by itself: messages leave, events close on time, draws are made when their round comes, people are reminded, the
//! database is copied, what has run out is removed.

mod alarm;
mod backup;
mod deliver;
mod lanes;
mod outage;
mod pace;
mod prepare;
mod retry;
mod round;
#[cfg(test)]
mod tests;
mod tidy;
mod turn;

use std::{sync::atomic::Ordering, time::Duration};

use chrono::TimeDelta;
use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{Interval, MissedTickBehavior, interval},
};

use super::{
    db::{DbErr, outbox, ways},
    mail::{ConfiguredTransport, Transport},
    services::{after::catch_up, draw::draw_due, remind::remind},
    site::Site,
};

pub use backup::back_up;
pub use pace::Pace;
pub use round::{deliver_at, deliver_due};
pub use tidy::tidy;

/// How often draws that wait for a round of the beacon are looked at.
const LOOK: Duration = Duration::from_secs(5);
/// How often the rest is done.
const TIDY: Duration = Duration::from_secs(30);
/// How often it is looked whether someone is to be reminded.
const REMIND: Duration = Duration::from_mins(1);

/// From when on people are told that mail is down.
const OUTAGE: TimeDelta = TimeDelta::seconds(30);

/// Starts the worker. It ends when `stop` becomes true (or its sender is gone), after the letters that were handed over; what
/// it had claimed besides is put back at once.
pub fn start(site: Site, stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        // Before anything shows that the program runs: how long it stood still decides who has new time to answer.
        go_on(&site).await;
        tokio::join!(
            deliver_always(&site, stop.clone()),
            tidy_always(&site, stop.clone()),
            write_always(&site, stop.clone()),
            draw_always(&site, stop.clone()),
            go_on_always(&site, stop.clone()),
            remind_always(&site, stop.clone()),
            backup::back_up_always(&site, stop.clone()),
            alarm::watch_always(&site, stop.clone()),
            ask_always(&site, stop)
        );
    })
}

/// Takes over, at once, what a program had in hand that ended without giving it back. Only for a program that has its database to
/// itself, as on SQLite: nobody else can be alive then.
///
/// # Errors
/// When the database fails.
pub async fn take_over(site: &Site) -> Result<(), DbErr> {
    let tx = site.db.write_tx().await?;
    outbox::end_leases(&tx, site.now()).await?;
    tx.commit().await
}

async fn deliver_always(site: &Site, stop: watch::Receiver<bool>) {
    let transport = ConfiguredTransport::open(&site.settings).await;
    lanes::send_always(site, transport, stop).await;
}

async fn tidy_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(TIDY);
    while comes(&mut time, &mut stop).await {
        if let Err(error) = tidy(site).await {
            tracing::error!(%error, "tidying failed");
        }
    }
}

async fn write_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(TIDY);
    while comes(&mut time, &mut stop).await {
        try_to_write(site).await;
    }
}

/// Tries whether something can be written, and remembers why not: a disk may be full.
pub async fn try_to_write(site: &Site) {
    let why = site.db.try_to_write(site.now()).await.err().map(|error| error.to_string());
    site.unwritable.send_if_modified(|known| {
        let other = *known != why;
        match &why {
            Some(error) if other => tracing::error!(error, "nothing can be written to the database"),
            None if other => tracing::info!("the database can be written to again"),
            _ => {}
        }
        known.clone_from(&why);
        other
    });
}

/// Makes the draws whose round of the beacon has come.
async fn draw_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(LOOK);
    while comes(&mut time, &mut stop).await {
        if let Err(error) = draw_due(site).await {
            tracing::error!(%error, "the draws that wait could not be made");
        }
    }
}

/// Gives back for good what was given back, ends offers that nobody answered, and asks who is next.
async fn go_on_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(LOOK);
    while comes(&mut time, &mut stop).await {
        go_on(site).await;
    }
}

async fn go_on(site: &Site) {
    if let Err(error) = catch_up(site).await {
        tracing::error!(%error, "what becomes of tickets could not go on");
    }
}

/// Reminds people of what is about to close or to begin, and tells organizers once a day what is new.
async fn remind_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(REMIND);
    while comes(&mut time, &mut stop).await {
        if let Err(error) = remind(site).await {
            tracing::error!(%error, "people could not be reminded");
        }
    }
}

/// Asks the email service whether mail can leave, and remembers what it said; an outage that the worker met counts, too.
async fn ask_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let transport = ConfiguredTransport::open(&site.settings).await;
    let mut time = every(TIDY);
    while comes(&mut time, &mut stop).await {
        let health = tokio::select! {
            () = stopped(&mut stop) => return,
            health = transport.health() => health,
        };
        let down = health.down || is_out(site).await;
        site.mail_health.send_replace(Some((site.now(), health)));
        if site.mail_is_down.swap(down, Ordering::Relaxed) != down {
            if down {
                tracing::error!("the mail service takes no mail: nobody can sign in by mail until it does");
            } else {
                tracing::info!("the mail service takes mail again");
            }
        }
    }
}

/// Whether nothing left for a while now. A moment's outage is over before anyone could do anything about it.
async fn is_out(site: &Site) -> bool {
    let way = ways::find(site.db.read(), site.settings.mail.transport.name()).await;
    let down = way.ok().and_then(|way| way.down);
    down.is_some_and(|down| site.now() - down.since >= OUTAGE)
}

/// Ticks that do not come in a burst after a pause.
fn every(period: Duration) -> Interval {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

/// Waits for the next tick; none comes once it is time to stop.
async fn comes(tick: &mut Interval, stop: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        biased;
        () = stopped(stop) => false,
        _ = tick.tick() => true,
    }
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error says that the sender is gone, and with it the program.
    let _ = stop.wait_for(|&stop| stop).await;
}
