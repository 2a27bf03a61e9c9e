using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[audio] The parameter values of the audio thread, and the engine controls that follow from them.</summary>
public sealed class ControlValues
{
    private readonly double[] _plain = new double[Parameters.MaxIds];
    private readonly Parameter[] _parameters = [.. Parameters.All];
    private readonly double?[][] _programs;
    private readonly uint _program = Parameters.Program.Id;

    /// <summary>[main] Creates the values with all parameters at their defaults.</summary>
    public ControlValues()
    {
        foreach (var parameter in _parameters)
            _plain[parameter.Id] = parameter.Default;
        _programs = [.. FactoryPrograms.All.Select(program => _parameters.Select(program.ValueOf).ToArray())];
        Controls = Read(_plain);
    }

    /// <summary>[audio] The engine controls for the current values.</summary>
    public PlayControls Controls { get; private set; }

    /// <summary>[audio] A parameter by its index in <see cref="Parameters.All"/>.</summary>
    public Parameter this[int index] => _parameters[index];

    /// <summary>[audio] Takes the values that the controller has sent. A program does not set other parameters.</summary>
    public void Take(ControlEnd controls)
    {
        for (int index = 0; index < _parameters.Length; index++)
        {
            if (controls.TryTake(index, out double normalized))
                _plain[_parameters[index].Id] = _parameters[index].ToPlain(normalized);
        }
        Controls = Read(_plain);
    }

    /// <summary>[audio] Sets a value from the host. A different program also sets the parameters that are in programs.</summary>
    /// <param name="change">The change.</param>
    /// <param name="controls">Tells the controller what is set. It may receive the change twice: here, and from the host.</param>
    public void Set(in ParameterChange change, ControlEnd controls)
    {
        var parameter = _parameters[change.Index];
        double plain = parameter.ToPlain(change.Normalized);
        if (parameter.Id == _program && plain != _plain[parameter.Id])
            Choose(_programs[(int)Math.Round(plain)], controls);
        _plain[parameter.Id] = plain;
        controls.Set(change.Index, change.Normalized);
        Controls = Read(_plain);
    }

    /// <summary>[any] Converts plain values to engine controls.</summary>
    /// <param name="plain">The plain values, indexed by <see cref="Parameter.Id"/>.</param>
    internal static PlayControls Read(ReadOnlySpan<double> plain) => new(
        IsOn(plain, Parameters.Bypass),
        Whole(plain, Parameters.AnswerBars),
        (int)Math.Round(plain[(int)Parameters.PhraseEnd.Id] * Ticks.PerQuarter),
        (StartQuantize)Whole(plain, Parameters.StartOn),
        ReadAnswer(plain))
    {
        Style = new((byte)Whole(plain, Parameters.Style), (byte)Whole(plain, Parameters.Provider)),
        Mode = (PlayMode)Whole(plain, Parameters.Mode),
        TradeBars = 1 << Whole(plain, Parameters.TradeBars),
        Thru = IsOn(plain, Parameters.Thru),
        Channel = (sbyte)(Whole(plain, Parameters.Channel) - 1),
        Timing = (TimingSource)Whole(plain, Parameters.Timing),
        Swing = Percent(plain, Parameters.Swing),
        FollowsPhrase = IsOn(plain, Parameters.FollowPhrase),
        AutoApply = IsOn(plain, Parameters.AutoApply),
        PreviewGain = Gain(plain[(int)Parameters.PreviewLevel.Id]),
    };

    private static AnswerControls ReadAnswer(ReadOnlySpan<double> plain)
    {
        int lowest = Whole(plain, Parameters.LowestNote), highest = Whole(plain, Parameters.HighestNote);
        return new(
            Parameters.Grids[Whole(plain, Parameters.Grid)].Grid,
            (float)plain[(int)Parameters.Surprise.Id],
            (float)plain[(int)Parameters.TopP.Id],
            (uint)Whole(plain, Parameters.Seed))
        {
            Density = Percent(plain, Parameters.Density),
            Memory = Percent(plain, Parameters.Memory) * AnswerControls.StrongestMemory,
            Form = (AnswerForm)Whole(plain, Parameters.Form),
            Lowest = new((byte)Math.Min(lowest, highest)),
            Highest = new((byte)Math.Max(lowest, highest)),
            Tonic = (byte)Whole(plain, Parameters.Key),
            Scale = Scale.Named[Whole(plain, Parameters.ScaleLock)].Scale,
            EndsOnTonic = IsOn(plain, Parameters.EndOnTonic),
            Octave = (sbyte)Whole(plain, Parameters.Octave),
            VelocityFrom = (VelocitySource)Whole(plain, Parameters.Velocity),
            FixedVelocity = (byte)Whole(plain, Parameters.FixedVelocity),
            VelocityScale = Percent(plain, Parameters.VelocityScale),
            RepeatGuard = (RepeatGuardStrength)Whole(plain, Parameters.RepeatGuard),
            Variation = Percent(plain, Parameters.Variation),
            Morph = Percent(plain, Parameters.Morph),
        };
    }

    private static bool IsOn(ReadOnlySpan<double> plain, Parameter parameter) => plain[(int)parameter.Id] != 0;

    private static int Whole(ReadOnlySpan<double> plain, Parameter parameter) => (int)Math.Round(plain[(int)parameter.Id]);

    private static float Percent(ReadOnlySpan<double> plain, Parameter parameter) => (float)(plain[(int)parameter.Id] / 100);

    // The lowest level is off.
    private static float Gain(double decibels) => decibels <= Parameters.PreviewLevel.Lowest ? 0 : (float)Math.Pow(10, decibels / 20);

    private void Choose(double?[] program, ControlEnd controls)
    {
        for (int i = 0; i < program.Length; i++)
        {
            if (program[i] is not { } plain)
                continue;
            _plain[_parameters[i].Id] = plain;
            controls.Set(i, _parameters[i].ToNormalized(plain));
        }
    }
}
