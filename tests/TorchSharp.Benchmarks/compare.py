"""Alternates slices of training in C# and with python3-torch, and prints tables; fails if C# is more than 5 % slower.

compare.py SLICES SECONDS PROGRAM...: slices of each contestant and network, seconds of each slice, the C# program.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

LEAST = 0.95
NETWORKS = {
    "lstm": "LSTM 2x256, Adam, 64 x 256 tokens a step",
    "transformer": "Transformer 4x192, AdamW, 16 x 256 tokens a step",
}
PYTHON = ["/usr/bin/python3", str(pathlib.Path(__file__).with_name("training.py"))]
KEEP_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "68719476736", "MALLOC_TOP_PAD_": "67108864"}
OURS, PLAIN, TUNED = "C#", "Python", "Python, malloc tuned"


def run(program, settings, network, seconds):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    environment.update(settings, OMP_NUM_THREADS="1")
    result = subprocess.run([*program, network, str(seconds)], env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(result.stdout)


def measure(contestants, network, slices, seconds):
    """Slices of each contestant. Every other round goes backwards, so that a load that grows or falls hits all alike."""
    results = {name: [] for name in contestants}
    order = list(contestants)
    for _ in range(slices):
        for name in order:
            results[name].append(run(*contestants[name], network, seconds))
        order.reverse()
    return results


def speeds(slices, clock):
    return [each["tokens"] / each[clock] for each in slices]


def ratios(results, name, clock):
    """How fast C# was in each slice against its neighbour."""
    return [a / b for a, b in zip(speeds(results[OURS], clock), speeds(results[name], clock))]


def table(title, results):
    print(f"\n{title}, tokens per CPU second\n")
    print(f"| slice | C# | {PLAIN} | C# / {PLAIN} | {TUNED} | C# / {TUNED} |")
    print("|---|---|---|---|---|---|")
    columns = [speeds(results[OURS], "cpuSeconds")]
    for name in (PLAIN, TUNED):
        columns += [speeds(results[name], "cpuSeconds"), ratios(results, name, "cpuSeconds")]
    for number, cells in enumerate(zip(*columns), 1):
        row(number, cells)
    row("median", map(statistics.median, columns))
    columns = [speeds(results[OURS], "seconds")]
    for name in (PLAIN, TUNED):
        columns += [speeds(results[name], "seconds"), ratios(results, name, "seconds")]
    row("median per second by the clock", map(statistics.median, columns))


def row(label, cells):
    ours, plain, to_plain, tuned, to_tuned = cells
    print(f"| {label} | {ours:.0f} | {plain:.0f} | {to_plain:.3f} | {tuned:.0f} | {to_tuned:.3f} |")


def faults(results):
    """What is wrong, if anything."""
    live = [each["liveTensors"] for each in results[OURS]]
    counts = sorted({count for slice_ in live for count in slice_})
    print(f"\nLive tensors in C# after each of {sum(map(len, live))} steps: {', '.join(map(str, counts))}.")
    if len(counts) > 1:
        yield "the number of live tensors changes"
    losses = [each["losses"] for slices in results.values() for each in slices]
    if any(abs(a - b) > 1e-5 for other in losses for a, b in zip(losses[0], other)):
        yield f"the programs do not compute the same: losses of the first steps {losses}"
    for name in (PLAIN, TUNED):
        ratio = statistics.median(ratios(results, name, "cpuSeconds"))
        if ratio < LEAST:
            yield f"C# / {name} is {ratio:.3f}, below {LEAST}"


def main(slices, seconds, *program):
    contestants = {OURS: (program, {}), PLAIN: (PYTHON, {}), TUNED: (PYTHON, KEEP_MEMORY)}
    date, load = time.strftime("%Y-%m-%d %H:%M"), os.getloadavg()[0]
    print(f"{date}, {os.cpu_count()} CPUs, load {load:.1f}, {slices} slices of {seconds} s, one thread")
    wrong = []
    for network, title in NETWORKS.items():
        results = measure(contestants, network, int(slices), float(seconds))
        table(title, results)
        wrong += [f"{network}: {fault}" for fault in faults(results)]
    print(f"\nLoad at the end: {os.getloadavg()[0]:.1f}\n")
    print("\n".join(wrong) or f"C# trains at {LEAST:.0%} of Python's speed or better.")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
