using ComposerPlugin.Host;
using ComposerPlugin.WindowsTests;

// Exit code 0: passed. 1: failed, for the printed reason. 2: bad arguments.
if (args is not [var bundle, "rounds" or "window" or "stay"])
{
    Console.Error.WriteLine("Give the bundle, and then: rounds, window or stay.");
    return 2;
}
try
{
    if (args[1] == "rounds")
        LoadRounds.Run(bundle, 10);
    else if (args[1] == "window")
        WindowUse.Run(bundle);
    else
        Stay(bundle);
    return 0;
}
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

// A host that has the plugin open until its input ends.
static void Stay(string bundle)
{
    using var library = PluginLibrary.Load(bundle);
    using var plugin = library.Create(library.Classes[0].Name);
    Console.WriteLine("loaded");
    Console.In.ReadToEnd();
}
