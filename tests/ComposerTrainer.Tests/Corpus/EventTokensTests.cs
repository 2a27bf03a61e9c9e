using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class EventTokensTests
{
    [Fact]
    public void Decoding_the_tokens_of_a_phrase_gives_the_phrase()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var phrase = Polyphonic(seed);
            Assert.Equal(phrase, EventTokens.Decode(phrase.Meter, EventTokens.Encode(phrase)));
        }
    }

    [Fact]
    public void Notes_of_a_chord_share_one_position_token()
    {
        var phrase = new Phrase(new(4, 4), [new(0, 24, new(60), 82), new(0, 24, new(64), 82), new(0, 24, new(67), 82)]);
        Assert.Equal(1 + 1 + (3 * 3) + 1, EventTokens.Encode(phrase).Count);
    }

    [Fact]
    public void Any_token_sequence_decodes_to_a_phrase()
    {
        var random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            var phrase = EventTokens.Decode(new(3, 4), Enumerable.Range(0, 100).Select(_ => random.Next(1, EventTokens.Count)));
            Assert.All(phrase, note => Assert.InRange(note.Duration, 1, Vocabulary.LongestTicks));
        }
    }

    private static Phrase Polyphonic(int seed)
    {
        var random = new Random(seed);
        Meter[] meters = [new(6, 8), new(4, 4), new(7, 8), new(4, 1)];
        var notes = Enumerable.Range(0, 60).Select(_ => Vocabulary.Nearest(
            new(random.Next(0, 2000), random.Next(1, Vocabulary.LongestTicks), new((byte)random.Next(Pitch.Count)),
                (byte)random.Next(1, 128))));
        return new(meters[seed % meters.Length], notes.DistinctBy(note => (note.Onset, note.Pitch)));
    }
}
