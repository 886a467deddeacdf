//! What each setting is for.

use catalog::settings as say;

/// What a variable says, in one sentence or two; nothing for a word that is none.
pub fn setting(name: &str) -> &'static str {
    match name {
        "APP_NAME" => say::app_name(),
        "APP_URL" => say::app_url(),
        "TIME_ZONE" => say::time_zone(),
        "SECURITY_CONTACT" => say::security_contact(),
        "MAIL_ENABLED" => say::mail_enabled(),
        "MAIL_TRANSPORT" => say::mail_transport(),
        "AWS_REGION" => say::aws_region(),
        "MAIL_FROM" => say::mail_from(),
        "SMTP_URL" => say::smtp_url(),
        "SES_CONFIGURATION_SET" => say::ses_configuration(),
        "MAIL_RATE" => say::mail_rate(),
        "SNS_TOPICS" => say::sns_topics(),
        "WHO_CREATES" => say::who_creates(),
        "LOGIN_UNBOUND" => say::login_unbound(),
        "DATABASE" => say::database(),
        "DATABASE_URL" => say::database_url(),
        "BACKUP_DIR" => say::backup_dir(),
        "LISTEN" => say::listen(),
        "METRICS_LISTEN" => say::metrics_listen(),
        "TRUSTED_PROXIES" => say::proxies(),
        "DRAND_URLS" => say::drand(),
        "LOG_FORMAT" => say::log_format(),
        _ => "",
    }
}
