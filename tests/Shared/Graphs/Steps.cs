using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Steps that tests have models take, and what the models then say.</summary>
internal static class Steps
{
    /// <summary>What a model reads at a step; music in which much changes.</summary>
    public static StepInput Input(int i) =>
        new(50 + (i % 20), i % 25, 11 + (i % 3), i * 6 % 96, 3, i % 8, i % KeyTracker.Keys, new(60 + (i % 5), 12, 11, i % 9));

    /// <summary>Has a model take steps, and returns its logits.</summary>
    public static float[] Play(MelodyModel model, int from, int steps)
    {
        for (int i = from; i < from + steps; i++)
            model.Advance(Input(i));
        return Logits(model);
    }

    public static float[] Logits(MelodyModel model) =>
        [.. model.IoiLogits(), .. model.PitchLogits(12, 24), .. model.DurationLogits(12, 60, 24), .. model.VelocityLogits(60, 11, 24)];

    /// <summary>Everything that a model does in a piece: marks, a step, all heads, and now and then the way back.</summary>
    public static void TakeAll(MelodyModel model, int i)
    {
        if (i % 3 == 0)
            model.Mark();
        model.Advance(Input(i));
        model.IoiLogits();
        model.PitchLogits(12, 24);
        model.DurationLogits(12, 60, 24);
        model.VelocityLogits(60, 11, 24);
        if (i % 7 == 0)
            model.Return();
    }
}
