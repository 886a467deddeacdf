//! Checks records in the browser.
