//! What may come in, and what goes out with every answer.

mod audit;
mod before_reading;
mod bodies;
mod collecting;
mod forgery;
pub mod functions;
mod headers;
mod hosts;
mod matrix;
mod slow;
