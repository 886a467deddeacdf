use crate::server::mail::{Letter, Transport, TransportError};

/// For whoever notes nothing in between.
pub(in crate::server::mail) trait AtOnce: Transport {
    /// Begins a letter and hands it over.
    async fn send(&self, letter: &Letter) -> Result<String, TransportError> {
        self.begin(letter).await?.await
    }
}

impl<T: Transport> AtOnce for T {}
