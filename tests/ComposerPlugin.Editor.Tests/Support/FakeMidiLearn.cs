namespace ComposerPlugin.Editor.Tests;

/// <summary>Two triggers are mapped.</summary>
internal sealed class FakeMidiLearn : IMidiLearn
{
    private static readonly string[] Titles = ["New take", "Previous take", "Keep take", "Capture A", "Capture B"];
    private readonly string[] _mappings = ["note C3, channel 1", "", "controller 20, channel 1", "", ""];

    public List<string> Asked { get; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<IControl> Triggers { get; } = [.. Titles.Select(title => new FakeControl(title, 0, "Off", "On"))];

    public int Learning { get; private set; } = -1;

    public string MappingOf(int trigger) => _mappings[trigger];

    public void Learn(int trigger)
    {
        Learning = trigger;
        Version++;
        Asked.Add($"learn {trigger}");
    }

    public void ForgetAll()
    {
        Array.Fill(_mappings, "");
        Version++;
        Asked.Add("forget all");
    }
}
