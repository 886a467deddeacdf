use std::io::Write;

use super::{Begun, Class, Letter, Transport, TransportError};

/// Prints letters where the program runs, for development: the only place where a sign-in link may be read in clear.
#[derive(Clone, Copy, Debug, Default)]
pub struct Console;

impl Transport for Console {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let framed = framed(letter);
        Ok(Box::pin(async move {
            let mut out = std::io::stdout().lock();
            out.write_all(framed.as_bytes())
                .and_then(|()| out.flush())
                .map_err(|_| TransportError::new(Class::Retry, "The console cannot be written to."))?;
            Ok("console".to_owned())
        }))
    }
}

/// The letter between two rules. Lines of the text stand as they are, so that the link can be copied.
fn framed(letter: &Letter) -> String {
    let attached = letter.attachment.as_ref().map(|file| format!("Attachment: {}\n", file.name)).unwrap_or_default();
    let reply_to = letter.reply_to.as_ref().map(|address| format!("Reply-To: {address}\n")).unwrap_or_default();
    format!(
        "\n──────── email, printed and not sent ─────────────────\nTo: {} <{}>\n{reply_to}Subject: {}\n{attached}\n{}\n\
         ──────── end of email ────────────────────────────────\n\n",
        letter.to_name,
        letter.to_address,
        letter.subject,
        letter.text.trim_end(),
    )
}
