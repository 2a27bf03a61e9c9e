using ComposerPlugin.WindowsTests;

// Exit code 0: passed. 1: failed, for the printed reason. 2: bad arguments.
if (args is not [var bundle, "rounds" or "window"])
{
    Console.Error.WriteLine("Give the bundle, and then: rounds or window.");
    return 2;
}
try
{
    if (args[1] == "rounds")
        LoadRounds.Run(bundle, 10);
    else
        WindowUse.Run(bundle);
    return 0;
}
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
