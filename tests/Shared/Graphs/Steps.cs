using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Steps for models under test, and the resulting logits.</summary>
internal static class Steps
{
    /// <summary>The input of a step; every field changes often.</summary>
    public static StepInput Input(int i) =>
        new(50 + (i % 20), i % 25, 11 + (i % 3), i * 6 % 96, 3, i % 8, i % KeyTracker.Keys, new(60 + (i % 5), 12, 11, i % 9))
        {
            Form = FormAt(i),
        };

    // The hint after some notes of a tune.
    private static FormHint FormAt(int i)
    {
        var encoder = new NoteEncoder(new MotifMemory(128));
        for (int note = 0; note <= i % 40; note++)
            encoder.Push(new(12, 60 + (note % 7), 11, 20));
        return encoder.Form;
    }

    /// <summary>Advances a model by steps and returns its logits.</summary>
    public static float[] Play(MelodyModel model, int from, int steps)
    {
        for (int i = from; i < from + steps; i++)
            model.Advance(Input(i));
        return Logits(model);
    }

    public static float[] Logits(MelodyModel model) =>
        [.. model.IoiLogits(), .. model.PitchLogits(12, 24), .. model.DurationLogits(12, 60, 24), .. model.VelocityLogits(60, 11, 24)];

    /// <summary>All operations of a model in a piece: mark, step, all heads, and sometimes a return to the mark.</summary>
    public static void TakeAll(MelodyModel model, int i, in StepInput input)
    {
        if (i % 3 == 0)
            model.Mark();
        model.Advance(input);
        model.IoiLogits();
        model.PitchLogits(12, 24);
        model.DurationLogits(12, 60, 24);
        model.VelocityLogits(60, 11, 24);
        if (i % 7 == 0)
            model.Return();
    }
}
