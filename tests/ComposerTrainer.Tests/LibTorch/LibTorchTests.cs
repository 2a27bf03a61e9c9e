using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Behaviour of libtorch and TorchSharp that the trainer relies on.</summary>
public class LibTorchTests
{
    private static readonly TrainConfig _small = new() { Layers = 1, Hidden = 8, Dense = 8 };

    [Fact]
    public void LibTorch_loads_and_multiplies_matrices()
    {
        using var product = tensor([1f, 2, 3, 4]).reshape(2, 2).mm(eye(2));
        Assert.Equal([1f, 2, 3, 4], product.data<float>().ToArray());
    }

    [Fact]
    public void The_same_seed_draws_the_same_numbers()
    {
        Assert.Equal(Drawn(), Drawn());

        static float[] Drawn()
        {
            manual_seed(3);
            using var numbers = randn(16);
            return numbers.data<float>().ToArray();
        }
    }

    [Fact]
    public void An_optimizer_resumes_exactly_from_its_saved_state()
    {
        using var whole = RecurrentModel.Lstm(_small);
        using var stopped = (RecurrentModel)ModelTypes.Copy(whole, whole.Type, _small);
        var first = optim.AdamW(whole.parameters(), 0.01);
        var second = optim.AdamW(stopped.parameters(), 0.01);
        Steps(whole, first, 3);
        Steps(stopped, second, 3);

        using var state = new MemoryStream();
        using (var writer = new BinaryWriter(state, System.Text.Encoding.UTF8, leaveOpen: true))
            second.save_state_dict(writer);
        state.Position = 0;
        second.Dispose();
        var resumed = optim.AdamW(stopped.parameters(), 0.01);
        using (var reader = new BinaryReader(state))
            resumed.load_state_dict(reader);
        Steps(whole, first, 3);
        Steps(stopped, resumed, 3);
        first.Dispose();
        resumed.Dispose();

        foreach (var (one, other) in whole.parameters().Zip(stopped.parameters()))
            Assert.Equal(one.data<float>().ToArray(), other.data<float>().ToArray());
    }

    [Fact]
    public void A_training_step_leaks_no_tensor()
    {
        using var model = RecurrentModel.Lstm(_small);
        using var optimizer = optim.AdamW(model.parameters(), 0.01);
        Steps(model, optimizer, 1);    // creates the gradients and the optimizer's state
        long before = LiveTensors();
        Steps(model, optimizer, 5);
        Assert.Equal(before, LiveTensors());
    }

    // The count covers the whole process, so tensors of other tests are collected first.
    private static long LiveTensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    private static void Steps(RecurrentModel model, optim.Optimizer optimizer, int steps)
    {
        var rows = StepRows.FromPhrases([TestTunes.Tune(1)]);
        for (int step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            manual_seed(step);    // dropout uses this generator
            var batch = new Batch([BatchItem.Whole(rows[0])]);
            optimizer.zero_grad();
            Loss.Compute(model, batch, 0, step).Timing.backward();
            optimizer.step();
        }
    }
}
