using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>[audio] The controls' values as the audio thread has them.</summary>
public sealed class ControlValues
{
    private readonly double[] _plain = new double[Parameters.MostIds];
    private readonly Parameter[] _parameters = [.. Parameters.All];
    private readonly double?[][] _programs;
    private readonly uint _program = Parameters.Program.Id;

    /// <summary>All controls at their defaults.</summary>
    public ControlValues()
    {
        foreach (var parameter in _parameters)
            _plain[parameter.Id] = parameter.Default;
        _programs = [.. FactoryPrograms.All.Select(program => _parameters.Select(program.ValueOf).ToArray())];
        Controls = ControlReading.Read(_plain);
    }

    /// <summary>[audio] What they mean to the engine.</summary>
    public PlayControls Controls { get; private set; }

    /// <summary>[audio] A control by its place in <see cref="Parameters.All"/>.</summary>
    public Parameter this[int index] => _parameters[index];

    /// <summary>[audio] Takes a value, and nothing else: a project's program does not overwrite its controls.</summary>
    public void Restore(in ParameterChange change)
    {
        var parameter = _parameters[change.Index];
        _plain[parameter.Id] = parameter.ToPlain(change.Normalized);
        Controls = ControlReading.Read(_plain);
    }

    /// <summary>[audio] Takes a value that the host sets. Another program sets all controls that are in programs; the present one again sets none.</summary>
    public void Set(in ParameterChange change)
    {
        var parameter = _parameters[change.Index];
        if (parameter.Id == _program && parameter.ToPlain(change.Normalized) != _plain[parameter.Id])
            Choose(_programs[(int)parameter.ToPlain(change.Normalized)]);
        Restore(change);
    }

    private void Choose(double?[] program)
    {
        for (int i = 0; i < program.Length; i++)
        {
            if (program[i] is { } plain)
                _plain[_parameters[i].Id] = plain;
        }
    }
}
