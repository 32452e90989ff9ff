//! Everything at once, at random.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::buyer::Buyer;
use crate::fleet::{Fleet, Place, SECRET, Start, free_port};
use crate::platform::Platform;
use crate::tally::Tally;
use crate::{Args, processor, seller};

/// How long the shop may take to open.
const OPENING: Duration = Duration::from_secs(60);
/// How long the processes go on after the last buyer has left, at the most: what they leave behind has to be settled by then.
const AFTERWARDS: Duration = Duration::from_secs(90);

/// Lets the buyers loose, and the seller. `settled` says whether nothing is under way any more.
pub(crate) async fn run(
    place: &Place,
    args: &Args,
    seed: u64,
    tally: &Arc<Tally>,
    platform: &Platform,
    settled: impl AsyncFn() -> Result<bool>,
) -> Result<()> {
    let mut random = fastrand::Rng::with_seed(seed);
    let ports: Vec<u16> = (0..args.processes).map(|_| free_port(&mut random)).collect::<Result<_>>()?;
    let (host, card_port) = (free_port(&mut random)?, free_port(&mut random)?);
    let shops: Arc<[String]> = ports.iter().map(|port| format!("http://127.0.0.1:{port}")).collect();
    let Some(first) = shops.first() else { bail!("a shop needs a process") };
    let cards = format!("http://127.0.0.1:{card_port}");
    let line = processor::start(cards.clone(), first, Arc::clone(tally), random.u64(..)).await?;

    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let secret = ["--public-url", first, "--processor-secret", SECRET];
    let mut starts = vec![Start {
        name: "the card processor's process".to_owned(),
        arguments: [
            words(&["--listen", &format!("127.0.0.1:{host}"), "--processor-listen", &format!("127.0.0.1:{card_port}")]),
            words(&secret),
        ]
        .concat(),
    }];
    starts.extend(ports.iter().enumerate().map(|(index, port)| {
        Start {
            name: format!("shop process {}", index + 1),
            arguments: [
                words(&["--listen", &format!("127.0.0.1:{port}"), "--sandbox", "false", "--processor-url", &line]),
                words(&secret),
            ]
            .concat(),
        }
    }));
    let fleet = Fleet::launch(place.clone(), starts, Arc::clone(tally), random.u64(..));
    let client = platform.client()?;
    for base in shops.iter().chain([&format!("http://127.0.0.1:{host}")]) {
        let started = Instant::now();
        while !client.get(format!("{base}/ready")).send().await.is_ok_and(|answer| answer.status().is_success()) {
            if started.elapsed() > OPENING {
                bail!("{base} did not open");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    println!("{} checkouts, {} buyers at once, {} shop processes", args.checkouts, args.buyers, args.processes);

    let (next, done) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let mut buyers = tokio::task::JoinSet::new();
    for _ in 0..args.buyers {
        let (next, done, shops, cards) = (Arc::clone(&next), Arc::clone(&done), Arc::clone(&shops), cards.clone());
        let (client, tally, checkouts) = (client.clone(), Arc::clone(tally), args.checkouts);
        buyers.spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= checkouts {
                    return;
                }
                let random = fastrand::Rng::with_seed(seed ^ u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                let buyer = Buyer {
                    number,
                    client: client.clone(),
                    shops: Arc::clone(&shops),
                    processor: cards.clone(),
                    random,
                    tally: Arc::clone(&tally),
                    keys: 0,
                };
                buyer.buy().await;
                done.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    let left = Arc::new(AtomicBool::new(false));
    let seller = tokio::spawn(seller::send(place.clone(), Arc::clone(tally), Arc::clone(&left)));
    let started = Instant::now();
    let progress = {
        let done = Arc::clone(&done);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_secs(5)).await;
                println!("  … {} checkouts done, {} s", done.load(Ordering::Relaxed), started.elapsed().as_secs());
            }
        })
    };
    while let Some(ended) = buyers.join_next().await {
        ended?;
    }
    progress.abort();
    left.store(true, Ordering::Relaxed);
    seller.await?;
    println!("the buyers have left after {} s; the shop tidies up", started.elapsed().as_secs());
    fleet.calm();
    let tidying = Instant::now();
    while !settled().await? {
        if tidying.elapsed() > AFTERWARDS {
            tally
                .broken(format!("payments or webhooks were still open {} s after the last buyer had left", AFTERWARDS.as_secs()));
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    println!("tidied up after {} s", tidying.elapsed().as_secs());
    fleet.stop();
    Ok(())
}
