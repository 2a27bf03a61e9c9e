"""One slice of training with python3-torch, the same as Program.cs: the network's name and the seconds."""
import json
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional

VOCABULARY, TOKENS, BATCHES = 200, 256, 8
WIDTH, HEADS, LAYERS = 192, 6, 4
HEAD_WIDTH = WIDTH // HEADS
WARM_UP = 3


class LstmNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, 128)
        self.lstm = nn.LSTM(128, 256, num_layers=2, batch_first=True, dropout=0.2)
        self.dropout = nn.Dropout(0.2)
        self.head = nn.Linear(256, VOCABULARY)

    def forward(self, tokens):
        output, _ = self.lstm(self.embedding(tokens))
        return self.head(self.dropout(output))


class TransformerNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.dropout = nn.Dropout(0.1)
        self.blocks = nn.ModuleList(TransformerBlock() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, VOCABULARY)

    def forward(self, tokens):
        x = self.dropout(self.embedding(tokens))
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


class TransformerBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.dense_norm = nn.LayerNorm(WIDTH)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(0.1)
        rates = torch.pow(10000.0, torch.arange(0, HEAD_WIDTH, 2, dtype=torch.float32) / -HEAD_WIDTH)
        angles = torch.outer(torch.arange(TOKENS, dtype=torch.float32), rates)
        self.register_buffer("cos", angles.cos())
        self.register_buffer("sin", angles.sin())
        self.register_buffer("mask", torch.full((TOKENS, TOKENS), -math.inf).triu(1))

    def forward(self, x):
        x = x + self.attention(self.attention_norm(x))
        return x + self.dense(self.dense_norm(x))

    def attention(self, x):
        parts = self.query_key_value(x).view(x.size(0), TOKENS, 3, HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        query, key, value = self.rotate(parts.select(0, 0)), self.rotate(parts.select(0, 1)), parts.select(0, 2)
        scores = query.matmul(key.transpose(-2, -1)) * (1 / math.sqrt(HEAD_WIDTH)) + self.mask
        mixed = self.dropout(scores.softmax(-1)).matmul(value)
        return self.dropout(self.mix(mixed.transpose(1, 2).reshape(x.shape)))

    def rotate(self, x):
        a, b = x.chunk(2, -1)
        return torch.cat([a * self.cos - b * self.sin, b * self.cos + a * self.sin], -1)

    def dense(self, x):
        return self.dropout(self.narrow(functional.gelu(self.widen(x))))


def step(network, optimiser, data, number):
    batch = data.select(0, number)
    optimiser.zero_grad()
    logits = network(batch.narrow(1, 0, TOKENS))
    loss = functional.cross_entropy(logits.view(-1, VOCABULARY), batch.narrow(1, 1, TOKENS).reshape(-1))
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1)
    optimiser.step()
    return loss.item()


def slice_of(network, optimiser, sequences, seconds):
    torch.manual_seed(1)
    for parameter in network.parameters():
        nn.init.uniform_(parameter, -0.05, 0.05)
    data = torch.randint(0, VOCABULARY, (BATCHES, sequences, TOKENS + 1))
    losses = [step(network, optimiser, data, i) for i in range(WARM_UP)]
    steps = 0
    start, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < seconds:
        step(network, optimiser, data, steps % BATCHES)
        steps += 1
    return {
        "tokens": steps * sequences * TOKENS,
        "seconds": time.perf_counter() - start,
        "cpuSeconds": time.process_time() - cpu,
        "losses": losses,
    }


def main(name, seconds):
    torch.set_num_threads(1)
    if name == "lstm":
        network = LstmNetwork()
        optimiser, sequences = torch.optim.Adam(network.parameters(), 1e-3, foreach=True), 64
    else:
        network = TransformerNetwork()
        optimiser, sequences = torch.optim.AdamW(network.parameters(), 3e-4, weight_decay=0.01, foreach=True), 16
    print(json.dumps(slice_of(network, optimiser, sequences, float(seconds))))


main(*sys.argv[1:])
