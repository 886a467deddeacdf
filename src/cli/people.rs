use std::io::{IsTerminal, Write, stdin, stdout};

use super::{Ended, said};
use crate::{
    domain::person::{Email, PersonForm},
    error::Refusal,
    paths,
    server::{
        config::DatabaseAt,
        db::said_by_sqlite,
        services::{Fault, Refused, person, set_up},
        site::Site,
    },
    words,
};

/// Makes an admin and prints a link that signs them in.
pub async fn make_admin(site: &Site, email: Option<String>, name: Option<String>) -> Ended {
    let email = email.map_or_else(|| ask("Mail address", "--email"), Ok)?;
    let name = name.map_or_else(|| ask("Name", "--name"), Ok)?;
    let form = PersonForm { name, email: email.clone(), ..PersonForm::default() };
    set_up::make_admin(site, &form).await.map_err(|refused| said(&refused))?;
    println!("{} is an admin now.", email.trim());
    login_link(site, &email).await
}

/// Prints a link that signs someone in.
pub async fn login_link(site: &Site, email: &str) -> Ended {
    let address = address(email)?;
    let token = set_up::command_link(site, &address).await;
    let token = token.map_err(|refused| nobody_or(site, &refused, "nobody active has the address", &address))?;
    println!("Open this link within 30 minutes; it works once:");
    println!("{}", site.settings.link(&paths::link(token.expose())));
    Ok(())
}

/// Signs someone out everywhere.
pub async fn revoke_sessions(site: &Site, email: &str) -> Ended {
    let address = address(email)?;
    let ended = person::revoke_sessions(site, &address).await;
    let ended = ended.map_err(|refused| nobody_or(site, &refused, "nobody has the address", &address))?;
    println!("{} ended; links that were on their way are void.", words::counted(ended, "session", "sessions"));
    Ok(())
}

/// That nobody has an address, where that is why; or else what it is: a disk may be full.
fn nobody_or(site: &Site, refused: &Refused, nobody: &str, address: &Email) -> String {
    match (refused, &site.settings.database) {
        (Refused::Refusal(Refusal::NotFound), _) => format!("{nobody} {}", address.as_str()),
        (Refused::Fault(Fault::Db(error)), DatabaseAt::Sqlite(file)) => {
            format!("{}: {}", file.display(), said_by_sqlite(error))
        }
        (refused, _) => said(refused),
    }
}

fn address(email: &str) -> Result<Email, String> {
    Email::parse(email).map_err(|problem| format!("email: {}", words::problem(&problem)))
}

/// Asks at the terminal; without one says which option to give.
fn ask(what: &str, option: &str) -> Result<String, String> {
    if !stdin().is_terminal() {
        return Err(format!("{option} is missing, and there is no terminal to ask at"));
    }
    print!("{what}: ");
    let mut line = String::new();
    let read = stdout().flush().and_then(|()| stdin().read_line(&mut line));
    read.map_err(|error| format!("{what} could not be read: {error}"))?;
    Ok(line.trim().to_owned())
}
