//! What each setting is for.

/// What a variable says, in one sentence or two; nothing for a word that is none.
pub fn setting(name: &str) -> &'static str {
    match name {
        "APP_NAME" => "What this site is called, on its pages and in its mails.",
        "APP_URL" => "Where people reach this site. Every link in a mail begins with it.",
        "TIME_ZONE" => "The zone that new events begin with, and of the times on pages for admins.",
        "SECURITY_CONTACT" => "Where somebody who finds a weakness can report it; stands in security.txt.",
        "MAIL_ENABLED" => "Whether mails are sent. If not, they are printed where the program runs.",
        "MAIL_TRANSPORT" => "How mails leave.",
        "AWS_REGION" => "The region in which Amazon SES is used.",
        "SES_SENDER_EMAIL" => "The address mails come from. It, or its domain, must be verified in SES.",
        "SES_CONFIGURATION_SET" => "A set of rules in SES that mails go through.",
        "WHO_CREATES" => "Who may create events: organizers and admins, or everyone.",
        "LOGIN_UNBOUND" => {
            "What a sign-in link offers in a browser that did not ask for it: a button, or a field for the code of the \
             same mail."
        }
        "DATABASE" => "The file in which all data lies. Back it up with “ticket-pool backup FILE”.",
        "DATABASE_URL" => "The database in which all data lies. Its own tools back it up.",
        "LISTEN" => "The address and port at which the program waits for browsers.",
        "TRUSTED_PROXIES" => "The networks whose word about where visitors come from is believed.",
        "DRAND_URLS" => {
            "Where public random numbers for draws are fetched; the first host that has one gives it. None: organizers paste them."
        }
        "LOG_FORMAT" => "How lines of the log look: text, or json.",
        _ => "",
    }
}

/// Where settings are changed.
pub const WHERE_TO_CHANGE: &str = "The program reads its settings when it starts: from its environment, or from the file \
     .env where it runs. To change one, change it there and start the program again.";
