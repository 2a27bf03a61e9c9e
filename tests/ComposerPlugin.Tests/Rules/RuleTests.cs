using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Tests.Published;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>Steinberg's rules, kept by both classes: in this process, where any exception is seen, and by the published library.</summary>
public class RuleTests
{
    private static readonly byte[][] _states =
    [
        .. ((string[])
        [
            """{"format":1,"style":"base","parameters":{"mode":2,"thru":0}}""",
            """{"format":1,"takes":[{"meter":"4/4","notes":["0 24 60 90"],"style":"x","seed":1,"begin":0,"end":96}]}""",
            """{"format":1,"style":"no such style","learned":{"keep":{"note":60,"channel":1}}}""",
            "Dear reader",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    [Theory]
    [InlineData("Composer")]
    [InlineData("Composer MIDI")]
    public void Null_pointers_wrong_ids_and_repeated_calls_are_answered_by_the_rules_at_every_stage(string className)
    {
        using (var library = Own())
            Assert.Empty(HostRules.Check(library, className));
        using var published = PluginLibrary.Load(Bundle.Folder);
        Assert.Empty(HostRules.Check(published, className));
    }

    [Theory]
    [InlineData("Composer")]
    [InlineData("Composer MIDI")]
    public void Any_call_in_any_order_is_answered_without_an_exception(string className)
    {
        int errors = EntryErrors.Count;
        using var library = Own();
        CallWildly(library, className, hosts: 60);
        Assert.True(EntryErrors.Count == errors, EntryErrors.First?.ToString());
    }

    [Theory]
    [InlineData("Composer")]
    [InlineData("Composer MIDI")]
    public void The_published_library_answers_any_call_in_any_order_and_lets_everything_go(string className)
    {
        using var published = PluginLibrary.Load(Bundle.Folder);
        CallWildly(published, className, hosts: 60);
    }

    [Fact]
    public void Many_instances_may_be_called_wildly_at_the_same_time_each_on_a_thread_of_its_own()
    {
        using var published = PluginLibrary.Load(Bundle.Folder);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, 6).Select(i => new Thread(() =>
        {
            try
            {
                CallWildly(published, i % 2 == 0 ? "Composer" : "Composer MIDI", hosts: 10, firstSeed: 1000 * i);
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }

    private static void CallWildly(PluginLibrary library, string className, int hosts, int firstSeed = 0)
    {
        for (int seed = firstSeed; seed < firstSeed + hosts; seed++)
        {
            var host = new WildHost(library, className, seed, _states);
            host.Call(200);
            host.Dispose();
            Assert.True(host.Broken.Count == 0, $"seed {seed}: {string.Join(" ", host.Broken)}");
        }
    }

    private static PluginLibrary Own() =>
        PluginLibrary.FromFactory(new PluginFactory(Plugin.Vendor, "", "", [Plugin.Composer, Plugin.ComposerMidi]).Share());
}
