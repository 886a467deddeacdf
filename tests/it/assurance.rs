//! Promises that no single part keeps: nothing leaks, nothing is half done, nobody wins twice.

mod atomic;
mod attacks;
mod clock;
mod files;
mod logs;
mod races;
mod timing;
mod ways_in;
