using System.Diagnostics;
using static TorchSharp.torch.optim;

namespace TorchSharp.Benchmarks;

/// <summary>A stretch of training, timed after a few steps that warm up.</summary>
/// <param name="Tokens">Tokens trained.</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="CpuSeconds">Of all threads of the process.</param>
/// <param name="Losses">Of the first steps.</param>
/// <param name="LiveTensors">Tensors alive after each timed step.</param>
internal sealed record Slice(long Tokens, double Seconds, double CpuSeconds, float[] Losses, long[] LiveTensors)
{
    private const int WarmUp = 3;

    public static Slice Of(nn.Module<Tensor, Tensor> network, Optimizer optimiser, int sequences, double seconds)
    {
        manual_seed(1);
        using (no_grad())
        {
            foreach (var parameter in network.parameters())
                nn.init.uniform_(parameter, -0.05, 0.05);
        }
        using var data = randint(0, Sizes.Vocabulary, [Sizes.Batches, sequences, Sizes.Tokens + 1]);
        var losses = new float[WarmUp];
        for (var i = 0; i < WarmUp; i++)
            losses[i] = Step(network, optimiser, data, i);

        var live = new List<long>();
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            Step(network, optimiser, data, live.Count % Sizes.Batches);
            live.Add(Tensor.TotalCount);
        }
        return new Slice(
            (long)live.Count * sequences * Sizes.Tokens, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            losses, [.. live]);
    }

    private static float Step(nn.Module<Tensor, Tensor> network, Optimizer optimiser, Tensor data, int number)
    {
        using var scope = NewDisposeScope();
        var batch = data.select(0, number);    // (b, n + 1)
        optimiser.zero_grad();
        var logits = network.call(batch.narrow(1, 0, Sizes.Tokens));    // (b, n, v)
        var loss = nn.functional.cross_entropy(logits.view(-1, Sizes.Vocabulary), batch.narrow(1, 1, Sizes.Tokens).reshape(-1));
        loss.backward();
        nn.utils.clip_grad_norm_(network.parameters(), 1);
        optimiser.step();
        return loss.item<float>();
    }
}
