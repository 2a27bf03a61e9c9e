using ComposerPlugin.Presets;

if (args is not [var presets, var into])
{
    Console.Error.WriteLine("Give two folders: the folder of the presets, and the folder for the .vstpreset files.");
    return 2;
}
if (!Directory.Exists(presets))
{
    Console.Error.WriteLine($"There is no folder {presets}: give the folder of the styles.");
    return 2;
}
try
{
    foreach (string file in PresetWriter.Write(presets, into))
        Console.WriteLine(file);
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The files cannot be written ({e.Message}): give another folder, or free some space.");
    return 1;
}
