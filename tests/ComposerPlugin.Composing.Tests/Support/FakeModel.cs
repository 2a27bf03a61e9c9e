using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

/// <summary>A model whose logits are a hash of all steps read since the reset, so that any difference in its input shows.</summary>
internal sealed class FakeModel : MelodyModel
{
    private readonly float[] _ioi = new float[Vocabulary.Iois];
    private readonly float[] _pitch = new float[Vocabulary.Pitches];
    private readonly float[] _duration = new float[Vocabulary.Durations];
    private readonly float[] _velocity = new float[Vocabulary.Velocities];
    private int _state;
    private int _mark;

    /// <summary>The range of the logits; with 0 all are equal.</summary>
    public float Spread { get; init; } = 3;

    /// <summary>Changes the logits of a head ("gap", "pitch", "duration" or "velocity").</summary>
    public Action<string, float[]>? Bend { get; set; }

    /// <summary>The steps that <see cref="Advance"/> has read, in order.</summary>
    public List<StepInput> Inputs { get; } = [];

    /// <summary>The exception that the next <see cref="Advance"/> throws.</summary>
    public Exception? NextError { get; set; }

    public bool IsDisposed { get; private set; }

    public override ReadOnlySpan<float> IoiLogits() => Fill("gap", _ioi, 0, 0, 0);

    /// <summary>A <see cref="Bend"/> that raises the logit of a class of a head.</summary>
    public static Action<string, float[]> Prefer(string wanted, int preferred, float by = 50) => (head, logits) =>
    {
        if (head == wanted)
            logits[preferred] += by;
    };

    /// <summary>A <see cref="Bend"/> that masks all pitches but one.</summary>
    public static Action<string, float[]> OnlyPitch(int pitch) => (head, logits) =>
    {
        for (int i = 0; i < logits.Length && head == "pitch"; i++)
            logits[i] = i == pitch ? 0 : float.NegativeInfinity;
    };

    public override void Reset()
    {
        _state = 0;
        Inputs.Clear();
    }

    public override void Advance(in StepInput input)
    {
        if (NextError is { } error)
        {
            NextError = null;
            throw error;
        }
        Inputs.Add(input);
        int note = Hash(_state, input.Pitch, input.Ioi, input.Duration, input.BarPosition, input.Meter, input.Bar, input.Key);
        _state = Hash(note, input.Hint.Pitch, input.Hint.Ioi, input.Hint.Duration, input.Hint.Length);
    }

    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition) => Fill("pitch", _pitch, ioi, barPosition, 0);

    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) =>
        Fill("duration", _duration, ioi, pitch, barPosition);

    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
        Fill("velocity", _velocity, pitch, duration, barPosition);

    public override void Mark() => _mark = _state;

    public override void Return() => _state = _mark;

    protected override void Dispose(bool disposing) => IsDisposed = true;

    private float[] Fill(string head, float[] logits, int a, int b, int c)
    {
        int seed = Hash(_state, logits.Length, a, b, c);
        for (int i = 0; i < logits.Length; i++)
            logits[i] = Spread * (float)SeededRandom.Value((uint)seed, i, 0, 0);
        Bend?.Invoke(head, logits);
        return logits;
    }

    // Not HashCode, which differs from run to run.
    private static int Hash(params ReadOnlySpan<int> values)
    {
        uint hash = 2166136261;
        foreach (int value in values)
            hash = (hash ^ (uint)value) * 16777619;
        return (int)hash;
    }
}
