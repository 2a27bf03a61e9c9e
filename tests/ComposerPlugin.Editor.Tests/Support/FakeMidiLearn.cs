namespace ComposerPlugin.Editor.Tests;

/// <summary>Two triggers are mapped; the controls of the window can be.</summary>
internal sealed class FakeMidiLearn : IMidiLearn
{
    private static readonly string[] Titles = ["New take", "Previous take", "Keep take", "Capture A", "Capture B"];
    private static readonly string[] Controls =
    [
        "Density", "Swing", "Surprise (temperature)", "Mode", "Memory", "Form", "Variation", "Morph A to B", "Octave", "Grid",
    ];

    private readonly string[] _mappings;

    public FakeMidiLearn()
    {
        Learners = [.. Titles.Concat(Controls).Select(title => new FakeControl(title, 0, "Off", "On"))];
        _mappings = new string[Learners.Count];
        ForgetAll();
        Asked.Clear();
        Map("New take", "note C3, channel 1");
        Map("Keep take", "controller 20, channel 1");
    }

    public List<string> Asked { get; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<IControl> Learners { get; }

    public int TriggerCount => Titles.Length;

    public int Learning { get; private set; } = -1;

    public string MappingOf(int learner) => _mappings[learner];

    /// <summary>The learner of a title has learned.</summary>
    public void Map(string title, string mapping)
    {
        _mappings[IndexOf(title)] = mapping;
        Learning = -1;
        Version++;
    }

    public int IndexOf(string title) => Array.FindIndex([.. Learners], learner => learner.Title == title);

    public void Learn(int learner)
    {
        Learning = learner;
        Version++;
        Asked.Add($"learn {learner}");
    }

    public void Forget(int learner)
    {
        _mappings[learner] = "";
        Version++;
        Asked.Add($"forget {learner}");
    }

    public void ForgetAll()
    {
        Array.Fill(_mappings, "");
        Version++;
        Asked.Add("forget all");
    }
}
