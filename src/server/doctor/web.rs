use std::time::Duration;

use tokio::task::spawn_blocking;
use ureq::Agent;

use super::Finding;
use crate::{
    paths,
    server::{config::Settings, http::assets::not_built},
};

const WAY: &str = "way in";
const PROXY: &str = "proxy";
/// In bytes.
const MOST_OF_A_REASON: u64 = 10_000;

/// The way from outside to the site, as `APP_URL` names it.
pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let mut findings = vec![reached(settings).await];
    findings.extend(not_built(&settings.site_root).map(|why| Finding::fault("files", why)));
    if settings.https() && settings.trusted_proxies.is_empty() {
        let said = "TRUSTED_PROXIES is empty: if a reverse proxy stands before the site, everybody counts as one client \
                    in limits, and the audit log names the proxy";
        findings.push(Finding::note(PROXY, said));
    }
    if settings.https() && settings.security_contact.is_none() {
        let said = "SECURITY_CONTACT is not set: nobody is told where to report a vulnerability";
        findings.push(Finding::note("contact", said));
    }
    findings
}

async fn reached(settings: &Settings) -> Finding {
    let url = settings.app_url.clone();
    let (health, page) = (settings.link(paths::HEALTHZ), settings.link(paths::SIGN_IN));
    let ready = settings.link(paths::READYZ);
    let asked = spawn_blocking(move || {
        let agent = agent();
        (status(&agent, &health), status(&agent, &page), not_ready(&agent, &ready))
    });
    match asked.await {
        Ok((Err(reason), ..)) => Finding::fault(WAY, format!("{url} does not answer ({reason}): does the site run?")),
        Ok((Ok(200), Ok(421), _)) => {
            Finding::fault(WAY, format!("{url} reaches the site, but the proxy names another Host; it must pass it on"))
        }
        Ok((Ok(200), _, Some(why))) => {
            Finding::fault(WAY, format!("{url} answers, but can keep nothing: {why}; its log says more"))
        }
        Ok((Ok(200), Ok(200), None)) => Finding::ok(WAY, format!("{url} answers")),
        Ok((Ok(health), page, _)) => {
            let page = page.map_or_else(|reason| reason, |status| status.to_string());
            Finding::fault(WAY, format!("{url} answers {health} to a health check and {page} to a visitor"))
        }
        Err(error) => Finding::fault(WAY, format!("could not be tried: {error}")),
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder();
    let config = config.timeout_global(Some(Duration::from_secs(10))).max_redirects(0).http_status_as_error(false);
    config.build().new_agent()
}

fn status(agent: &Agent, url: &str) -> Result<u16, String> {
    agent.get(url).call().map(|answer| answer.status().as_u16()).map_err(|error| error.to_string())
}

/// Why the site is not ready, as it says itself. A proxy that keeps that page to itself is no reason.
fn not_ready(agent: &Agent, url: &str) -> Option<String> {
    let mut answer = agent.get(url).call().ok().filter(|answer| answer.status() == 503)?;
    let text = answer.body_mut().with_config().limit(MOST_OF_A_REASON).read_to_string().unwrap_or_default();
    Some(text.lines().next().filter(|line| !line.is_empty()).unwrap_or("it does not say why").to_owned())
}
