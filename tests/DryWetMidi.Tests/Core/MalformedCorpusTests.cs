using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class MalformedCorpusTests
{
    [CorpusFact]
    public void A_lenient_reader_loads_and_refuses_as_the_manifest_expects()
    {
        var wrong = new List<string>();
        foreach ((string name, byte[] bytes, string expected) in Corpus.Files())
        {
            MidiFile? file = Reading.Load(bytes, Lenient.Settings) ?? Reading.Load(bytes, Lenient.DeclaredTracks);
            string outcome = file == null ? "reject" : "load";
            if (expected != "either" && outcome != expected)
                wrong.Add($"{name}: {outcome} instead of {expected}");
        }

        Assert.Empty(wrong);
    }

    [CorpusFact]
    public void A_strict_reader_loads_or_refuses_every_file_and_loads_no_file_to_be_refused()
    {
        var wrong = new List<string>();
        foreach ((string name, byte[] bytes, string expected) in Corpus.Files())
        {
            MidiFile? file = Reading.Load(bytes);
            if (expected == "reject" && file != null)
                wrong.Add(name);
        }

        Assert.Empty(wrong);
    }
}
