//! `MAIL_RATE`: a number of mails a second.

use ticket_pool::server::config::{Settings, Source};

fn read(rate: &str) -> Result<Option<f64>, String> {
    let settings = [("SECRET_KEY", "0123456789abcdef0123456789abcdef"), ("MAIL_RATE", rate)];
    Settings::read(&Source::of(settings)).map(|settings| settings.mail.rate).map_err(|problems| problems.to_string())
}

#[test]
fn a_rate_that_is_none_is_refused_by_name() {
    for (rate, read_as) in [("", None), ("10", Some(10.0)), ("0.5", Some(0.5)), ("14.0", Some(14.0))] {
        assert_eq!(read(rate), Ok(read_as), "{rate}");
    }
    for rate in ["0", "-1", "fast", "NaN", "inf", "1e9", "10/s", "1,5"] {
        let said = read(rate).unwrap_err();
        assert!(said.contains("MAIL_RATE") && said.contains("mails a second"), "{rate}: {said}");
    }
}
