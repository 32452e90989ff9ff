//! Load at a constant rate from a pool of connections, and as fast as the server answers.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;

/// Something to ask the server, once. `Err` is what was wrong with the answer.
pub(super) type Job<'a> = Box<dyn FnOnce(&ureq::Agent) -> Result<(), String> + Send + 'a>;

/// Connections of a load. A server that needs more at the same moment has its queue here, and the waiting is counted.
const CONNECTIONS: usize = 32;

/// What came of a load.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// Microseconds from when a request should have left to its answer.
    latency: Histogram<u64>,
    /// Requests that were answered as they should be.
    pub(super) good: usize,
    /// The first of those that were not.
    pub(super) bad: Vec<String>,
    /// From the first request to the last answer.
    pub(super) took: Duration,
}

impl Outcome {
    /// Milliseconds at a quantile such as 0.99.
    pub(super) fn millis(&self, quantile: f64) -> f64 {
        Duration::from_micros(self.latency.value_at_quantile(quantile)).as_secs_f64() * 1_000.0
    }

    /// Good answers a second.
    pub(super) fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
        let good = self.good as f64;
        good / self.took.as_secs_f64().max(1e-9)
    }
}

/// A client of one connection at a time.
pub(super) fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_idle_connections_per_host(1);
    config.timeout_global(Some(Duration::from_secs(60))).build().into()
}

/// Sends the jobs at `rate` a second, whatever becomes of them.
pub(super) fn at_rate(jobs: Vec<Job<'_>>, rate: f64) -> Outcome {
    let (sender, receiver) = mpsc::channel::<(Instant, Job<'_>)>();
    let receiver = Arc::new(Mutex::new(receiver));
    let gap = Duration::from_secs_f64(1.0 / rate.max(0.001));
    thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                let receiver = Arc::clone(&receiver);
                scope.spawn(move || {
                    let (agent, mut own) = (agent(), Tally::new());
                    loop {
                        // The lock is held while waiting: one waits for work, the others for the lock.
                        let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok((due, job)) = next else { return own };
                        own.count(job(&agent), due);
                    }
                })
            })
            .collect();
        let started = Instant::now();
        let mut due = started;
        for job in jobs {
            // A thread of its own that only sleeps: nothing that a request does can delay the next one's time.
            thread::sleep(due.saturating_duration_since(Instant::now()));
            if sender.send((due, job)).is_err() {
                break;
            }
            due += gap;
        }
        drop(sender);
        gather(workers, started)
    })
}

/// Does the jobs one after the other on each of `connections`, until they are done or `time` is over.
pub(super) fn closed(jobs: Vec<Job<'_>>, connections: usize, time: Duration) -> Outcome {
    let jobs: Vec<Mutex<Option<Job<'_>>>> = jobs.into_iter().map(|job| Mutex::new(Some(job))).collect();
    let next = AtomicUsize::new(0);
    let started = Instant::now();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..connections)
            .map(|_| {
                scope.spawn(|| {
                    let (agent, mut own) = (agent(), Tally::new());
                    while started.elapsed() < time
                        && let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let job = job.lock().unwrap_or_else(PoisonError::into_inner).take();
                        let due = Instant::now();
                        if let Some(job) = job {
                            own.count(job(&agent), due);
                        }
                    }
                    own
                })
            })
            .collect();
        gather(workers, started)
    })
}

/// What one connection has seen.
struct Tally {
    latency: Histogram<u64>,
    good: usize,
    bad: Vec<String>,
}

impl Tally {
    fn new() -> Self {
        Self { latency: histogram(), good: 0, bad: Vec::new() }
    }

    fn count(&mut self, result: Result<(), String>, due: Instant) {
        self.latency.saturating_record(u64::try_from(due.elapsed().as_micros()).unwrap_or(u64::MAX));
        match result {
            Ok(()) => self.good += 1,
            Err(reason) => self.bad.push(reason),
        }
    }
}

/// Up to two minutes, three digits.
fn histogram() -> Histogram<u64> {
    Histogram::new_with_bounds(1, 120_000_000, 3).unwrap_or_else(|_| unreachable!("the bounds are constants"))
}

fn gather(workers: Vec<thread::ScopedJoinHandle<'_, Tally>>, started: Instant) -> Outcome {
    let mut outcome = Outcome { latency: histogram(), good: 0, bad: Vec::new(), took: Duration::ZERO };
    for worker in workers {
        match worker.join() {
            Ok(tally) => {
                outcome.good += tally.good;
                outcome.bad.extend(tally.bad);
                // Both have the same bounds, so that everything fits.
                let _added = outcome.latency.add(&tally.latency);
            }
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
    outcome.took = started.elapsed();
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stall_is_charged_to_everybody_who_would_have_waited() {
        // One answer takes 300 ms on every connection at once; a hundred requests should leave in the first 100 ms.
        let stalled = Arc::new(Mutex::new(()));
        let jobs = (0..100).map(|number| -> Job<'_> {
            let stalled = Arc::clone(&stalled);
            Box::new(move |_| {
                let _held = stalled.lock().unwrap();
                if number == 0 {
                    thread::sleep(Duration::from_millis(300));
                }
                Ok(())
            })
        });
        let outcome = at_rate(jobs.collect(), 1_000.0);
        assert_eq!((outcome.good, outcome.bad.len()), (100, 0));
        assert!(outcome.millis(0.5) > 200.0, "a closed loop would have said nearly nothing: {}", outcome.millis(0.5));
    }

    #[test]
    fn a_rate_is_kept_and_failures_are_told() {
        let jobs = (0..50).map(|number| -> Job<'_> { Box::new(move |_| if number == 7 { Err("no".into()) } else { Ok(()) }) });
        let outcome = at_rate(jobs.collect(), 500.0);
        assert_eq!((outcome.good, outcome.bad), (49, vec!["no".to_owned()]));
        assert!(outcome.took >= Duration::from_millis(97), "{:?}", outcome.took);
    }

    #[test]
    fn a_closed_loop_does_each_job_once_and_stops_in_time() {
        let done = AtomicUsize::new(0);
        let job = || -> Job<'_> {
            Box::new(|_| {
                done.fetch_add(1, Ordering::Relaxed);
                Ok(())
            })
        };
        assert_eq!(closed((0..40).map(|_| job()).collect(), 4, Duration::from_secs(30)).good, 40);
        assert_eq!(done.load(Ordering::Relaxed), 40);
        assert_eq!(closed((0..40).map(|_| job()).collect(), 4, Duration::ZERO).good, 0);
    }
}
