use std::error::Error;

use aws_sdk_sesv2::{
    config::http::HttpResponse,
    error::{ProvideErrorMetadata, SdkError},
    operation::send_email::SendEmailError,
};

use crate::server::mail::{Class, TransportError};

/// What a failure means for the letter, and the sentence for the queue.
pub(super) fn of(error: &SdkError<SendEmailError, HttpResponse>) -> TransportError {
    match error {
        SdkError::ServiceError(answer) => answered(answer.err(), answer.raw().status().as_u16()),
        SdkError::ResponseError(answer) if answer.raw().status().is_server_error() => not_taken(),
        SdkError::DispatchFailure(_) if caused(error, "(Connect)") => {
            TransportError::new(Class::Unreachable, "The mail service could not be reached.")
        }
        SdkError::DispatchFailure(_) if caused(error, "credential") => TransportError::new(
            Class::Paused,
            "There are no AWS keys to send with, neither in the settings nor from AWS.",
        ),
        SdkError::ConstructionFailure(_) => {
            TransportError::new(Class::Paused, "SES cannot be asked with these settings: keys, region or endpoint.")
        }
        // Time-outs, resets, answers that make no sense: the letter was on its way.
        _ => TransportError::new(Class::Unknown, "The mail service did not say whether it took the mail."),
    }
}

/// Why SES does not say how things stand, for the admin who asks.
pub(super) fn of_asking<E>(error: &SdkError<E, HttpResponse>) -> String
where
    E: Error + ProvideErrorMetadata + 'static,
{
    match error {
        SdkError::ServiceError(answer) => match answer.err().code() {
            Some(code) => format!("{code}: {}", answer.err().message().unwrap_or_default()),
            None => format!("it answered with status {}", answer.raw().status().as_u16()),
        },
        SdkError::DispatchFailure(_) if caused(error, "credential") => {
            "there are no AWS keys, neither in the settings nor from AWS; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, \
             or SMTP_URL to send another way"
                .to_owned()
        }
        SdkError::DispatchFailure(_) | SdkError::TimeoutError(_) => {
            "it could not be reached; check AWS_REGION, and whether this machine may call out".to_owned()
        }
        SdkError::ConstructionFailure(_) => {
            "it cannot be asked with these settings; check the keys, AWS_REGION, and AWS_ENDPOINT_URL_SESV2".to_owned()
        }
        _ => "what answers makes no sense as SES; check AWS_REGION and AWS_ENDPOINT_URL_SESV2".to_owned(),
    }
}

/// A failure that SES names. Names that it does not document for this call go by their HTTP status.
fn answered(error: &SendEmailError, status: u16) -> TransportError {
    let message = error.message().unwrap_or_default();
    let class = match error {
        SendEmailError::AccountSuspendedException(_)
        | SendEmailError::SendingPausedException(_)
        | SendEmailError::MailFromDomainNotVerifiedException(_)
        | SendEmailError::LimitExceededException(_) => Class::Paused,
        // The day's quota comes under the same name as going too fast, and lasts for hours.
        SendEmailError::TooManyRequestsException(_) if message.contains("Daily") => Class::Paused,
        SendEmailError::TooManyRequestsException(_) => Class::TooFast,
        SendEmailError::BadRequestException(_)
        | SendEmailError::MessageRejected(_)
        | SendEmailError::NotFoundException(_) => Class::Permanent,
        _ if error.code().is_some_and(|code| code.contains("Throttl")) => Class::TooFast,
        // An answer of success that cannot be read: it may well have been one.
        _ if status < 400 => Class::Unknown,
        // Wrong keys or no permission: every letter fails alike until someone corrects the settings.
        _ if matches!(status, 401 | 403) => Class::Paused,
        _ if status == 429 => Class::TooFast,
        _ if matches!(status, 408 | 500..) => Class::Faltering,
        _ => Class::Permanent,
    };
    match error.code() {
        Some(code) => TransportError::new(class, &format!("SES: {code}: {message}")),
        None => TransportError::new(class, &format!("SES answered with status {status}.")),
    }
}

fn not_taken() -> TransportError {
    TransportError::new(Class::Faltering, "The mail service failed before it took the mail.")
}

/// Whether a failure goes back to one that says `word`. The HTTP client and the chain of keys show only in words that
/// nothing has left: the connection never stood, or there was nothing to sign with.
fn caused(error: &dyn Error, word: &str) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(|cause| cause.to_string().contains(word))
}
