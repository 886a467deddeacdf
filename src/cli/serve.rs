use std::{io, net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::watch};

use super::Ended;
use crate::{
    paths,
    router::{metrics_router, router},
    server::{
        config::{DatabaseAt, SecretKey},
        http::{
            assets::{Assets, not_built},
            listen::{self, Limits},
        },
        only_one,
        services::{draw, set_up},
        site::Site,
        worker,
    },
};

/// Runs the site until it is told to stop; then finishes what is under way, 20 seconds at most.
pub async fn run(site: Site) -> Ended {
    let root = site.settings.site_root.clone();
    if let Some(why) = not_built(&root) {
        return Err(why);
    }
    let assets = Assets::read(&root)?;
    let _only_one = only_one::claim(&site.settings.database)?;
    let listen = site.settings.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| no_place("LISTEN", listen, &error))?;
    let metrics = metrics_listener(&site).await?;
    look_after_draws(&site).await?;
    welcome(&site).await?;
    if let DatabaseAt::Sqlite(_) = site.settings.database {
        worker::take_over(&site).await.map_err(|error| format!("the mail queue cannot be read: {error}"))?;
    }
    let (stop, stopping) = watch::channel(false);
    let worker = worker::start(site.clone(), stopping.clone());
    tokio::spawn(async move {
        told_to_stop().await;
        tracing::info!("stopping: finishing what is under way");
        let _ = stop.send(true);
    });
    let proxies = site.settings.trusted_proxies.clone();
    let at = (proxies, Limits::default());
    if let Some(metrics) = metrics {
        tokio::spawn(listen::serve(metrics, metrics_router(site.clone()), at.clone(), stopping.clone()));
    }
    listen::serve(listener, router(site, assets), at, stopping).await;
    worker.await.map_err(|error| format!("the mail worker failed: {error}"))
}

/// Where figures are read, if the settings say so.
async fn metrics_listener(site: &Site) -> Result<Option<TcpListener>, String> {
    let Some(listen) = site.settings.metrics_listen else { return Ok(None) };
    let bound = TcpListener::bind(listen).await.map_err(|error| no_place("METRICS_LISTEN", listen, &error))?;
    Ok(Some(bound))
}

/// Why the site cannot listen at a place, and what to do.
fn no_place(setting: &str, listen: SocketAddr, error: &io::Error) -> String {
    let (ip, port) = (listen.ip(), listen.port());
    let why = match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("another program listens at {listen} already; stop it, or choose another port")
        }
        io::ErrorKind::AddrNotAvailable => format!("{ip} is not an address of this machine; 0.0.0.0 is all of them"),
        io::ErrorKind::PermissionDenied => {
            format!("this user may not listen at port {port}; choose one from 1024 up, such as 5000")
        }
        _ => error.to_string(),
    };
    format!("{setting} is {listen}: {why}")
}

/// Publishes what draws lack, and says when the key to their secrets is not the one that sealed them.
async fn look_after_draws(site: &Site) -> Ended {
    let said = |refused| super::said(&refused);
    draw::catch_up(site).await.map_err(said)?;
    let sealed = draw::keys_missing(site).await.map_err(said)?;
    if sealed > 0 {
        let file = SecretKey::file_beside(&site.settings.database);
        let file = file.map(|file| format!(" (or {}, where it is not set)", file.display())).unwrap_or_default();
        eprintln!(
            "SECRET_KEY{file} was changed: {sealed} events were sealed with another key and cannot be drawn. Put the old one \
             back, or give it as SECRET_KEY_PREVIOUS, once; they are then sealed with the new one."
        );
    }
    Ok(())
}

/// Says where the site is and how to get in.
async fn welcome(site: &Site) -> Ended {
    let settings = &site.settings;
    println!("{} is at {}", settings.app_name, settings.app_url);
    if !settings.mail.transport.sends() {
        println!("Mail is printed here instead of being sent (MAIL_ENABLED is false).");
    }
    match set_up::offer(site).await.map_err(|refused| super::said(&refused))? {
        Some(token) => {
            println!("Nobody has an account yet. Open this within 30 minutes to become the admin; it works once:");
            println!("{}", settings.link(&paths::set_up(token.expose())));
        }
        None => println!("Sign in at {}", settings.link(paths::SIGN_IN)),
    }
    Ok(())
}

/// SIGTERM or Ctrl-C. A second one, or 20 seconds, ends the process at once.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminate => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tokio::spawn(async {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(20)) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        std::process::exit(0);
    });
}
