//! The commands of the one binary.

mod args;
mod backup;
mod doctor;
mod draws;
mod healthcheck;
mod people;
mod restore;
mod serve;
mod there;
mod verify;

use std::{process::ExitCode, sync::Arc, time::Duration};

use clap::Parser;
use tokio::sync::Notify;
use tracing_subscriber::EnvFilter;

use self::args::{Args, Command};
use crate::{
    domain::schedule::Zone,
    server::{
        beacon::Beacon,
        chance::SystemChance,
        clock::SystemClock,
        comparisons::Comparisons,
        config::{LogFormat, Settings, Source},
        db::Db,
        orders::Orders,
        services::{Refused, draw, import, mail, recount, seed, statements},
        site::{self, Site},
        sns::Sns,
    },
    words,
};

/// How long a command waits for its connections to close.
const CLOSING: Duration = Duration::from_secs(10);

/// What a command ends with: nothing more to say, or why it failed.
type Ended = Result<(), String>;

/// Reads the command line and does what it says. Exit status 0: done; 1: failed, with the reason on standard error.
/// `draw` and `verify` have 2 for what cannot be read.
pub async fn run() -> ExitCode {
    let args = Args::parse();
    // These two need no settings and no database: they run wherever a record is.
    match &args.command {
        Some(Command::Draw { file }) => return draws::draw(file),
        Some(Command::Verify { files }) => return verify::verify(files),
        _ => {}
    }
    match dispatch(args.command.unwrap_or(Command::Serve)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{}", why.trim_end());
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(command: Command) -> Ended {
    let source = Source::from_environment().map_err(|problems| problems.to_string())?;
    if let Command::Healthcheck = command {
        return healthcheck::run(&source);
    }
    let settings = Settings::read(&source).map_err(|problems| problems.to_string())?;
    // What is not well the doctor says itself, in words.
    let shown = if matches!(command, Command::Doctor) { "error" } else { "warn,ticket_pool=info" };
    log_to_stderr(settings.log_format, shown);
    if let Command::Migrate { dry_run: true } = command {
        return pending(&settings).await;
    }
    if let Command::Doctor = command {
        return doctor::run(&settings).await;
    }
    if let Command::Restore { file } = &command {
        return restore::run(&settings, file).await;
    }
    there::must_be_there(&command, &settings)?;
    let site = open(settings).await?;
    let ended = obey(command, &site).await;
    // What was done stands in the database by now. Closing waits for every connection to come back, which sqlx does not
    // promise (its issue 1773): a command ends all the same.
    if let Ok(closed) = tokio::time::timeout(CLOSING, site.db.close()).await {
        closed.map_err(|error| error.to_string())?;
    }
    ended
}

async fn obey(command: Command, site: &Site) -> Ended {
    match command {
        Command::Serve => serve::run(site.clone()).await,
        Command::Init { email, name } | Command::Admin { command: args::Admin::Create { email, name } } => {
            people::make_admin(site, email, name).await
        }
        Command::LoginLink { email } => people::login_link(site, &email).await,
        Command::RevokeSessions { email } => people::revoke_sessions(site, &email).await,
        Command::Migrate { .. } => {
            println!("The schema is up to date.");
            Ok(())
        }
        Command::ImportLegacy { file, time_zone, dry_run } => {
            let zone = match time_zone {
                Some(name) => {
                    Zone::parse(&name).map_err(|problem| format!("--time-zone: {}", words::problem(&problem)))?
                }
                None => site.settings.time_zone,
            };
            let report = import::run(site, &file, zone, dry_run).await.map_err(|error| error.to_string())?;
            println!("{report}");
            if !dry_run {
                publish(site).await?;
            }
            if report.no_admin { Err(import::NO_ADMIN.into()) } else { Ok(()) }
        }
        Command::SeedDemo { crowd } => {
            let crowd = usize::try_from(crowd).unwrap_or(0);
            let report = seed::run(site, crowd).await.map_err(|refused| said(&refused))?;
            println!("{report}");
            publish(site).await
        }
        Command::Witness => witness(site).await,
        Command::Recount => recount(site).await,
        Command::Backup { file } => backup::run(site, &file).await,
        Command::HoldEmails => hold_emails(site).await,
        Command::Healthcheck
        | Command::Doctor
        | Command::Restore { .. }
        | Command::Draw { .. }
        | Command::Verify { .. } => Ok(()),
    }
}

/// Prints how many emails are held.
async fn hold_emails(site: &Site) -> Ended {
    let held = mail::hold_all(site).await.map_err(|refused| said(&refused))?;
    println!("{} waited. None leaves by itself: the page Email lists them as failed.", words::emails(held));
    Ok(())
}

/// Prints what was not kept as it is.
async fn recount(site: &Site) -> Ended {
    let found = recount::run(site).await.map_err(|refused| said(&refused))?;
    for event in &found.events {
        println!("Event {event}: its totals were wrong.");
    }
    for wrong in &found.standings {
        println!("Season {}, person {}: the standing was wrong.", wrong.season, wrong.person);
    }
    for season in &found.courses {
        println!("Season {season}: its course was wrong.");
    }
    let count = found.events.len() + found.standings.len() + found.courses.len();
    println!("{}", if count == 0 { "Everything is as it should be.".to_owned() } else { format!("{count} mended.") });
    Ok(())
}

/// Prints the end of the chain of statements.
async fn witness(site: &Site) -> Ended {
    let head = statements::head(site).await.map_err(|refused| said(&refused))?;
    let Some((key, _)) = &head.key else { return Err("Nothing was stated yet.".into()) };
    println!("ticket-pool/head/1 {} {} {} {key}", site.settings.app_url, head.number, head.link);
    Ok(())
}

/// Publishes what the draws of new events are bound to.
async fn publish(site: &Site) -> Ended {
    draw::catch_up(site).await.map_err(|refused| said(&refused))
}

/// Opens the database as the settings say and puts the site together.
async fn open(mut settings: Settings) -> Result<Site, String> {
    let db = Db::open(&settings.database).await.map_err(|error| error.to_string())?;
    settings.secret_key.keep_beside(&settings.database)?;
    Ok(Site::from(site::Parts {
        db,
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        beacon: Arc::new(Beacon::public(settings.drand_hosts.clone())),
        settings: Arc::new(settings),
        mail_is_down: Arc::default(),
        mail_health: Arc::default(),
        unwritable: Arc::default(),
        observed: Arc::default(),
        sns: Arc::new(Sns::public()),
        mail_waits: Arc::new(Notify::new()),
        comparisons: Comparisons::default(),
        orders: Orders::default(),
    }))
}

/// Says which migrations a start would run, and runs none.
async fn pending(settings: &Settings) -> Ended {
    let pending = Db::pending_migrations(&settings.database).await.map_err(|error| error.to_string())?;
    if pending.is_empty() {
        println!("The schema is up to date.");
    }
    for migration in pending {
        println!("would run {migration}");
    }
    Ok(())
}

/// A refusal in the words of the site.
fn said(refused: &Refused) -> String {
    match refused {
        Refused::Refusal(crate::error::Refusal::Invalid { fields }) => {
            let each = fields.iter().map(|error| format!("{}: {}", error.field, words::problem(&error.problem)));
            each.collect::<Vec<_>>().join("\n")
        }
        Refused::Refusal(refusal) => words::refusal(refusal),
        Refused::Fault(fault) => fault.to_string(),
    }
}

/// Logs go to standard error; what a command says goes to standard output. `RUST_LOG` shows more or less than `shown`.
fn log_to_stderr(format: LogFormat, shown: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(shown));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.compact().init(),
        LogFormat::Json => log.json().init(),
    }
}
