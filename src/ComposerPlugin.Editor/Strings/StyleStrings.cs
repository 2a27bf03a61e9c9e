namespace ComposerPlugin.Editor;

/// <summary>The texts of the style browser.</summary>
internal static class StyleStrings
{
    public const string Title = "Styles", Search = "Search styles", List = "List of styles", Card = "About the style";
    public const string SearchHelp = "Type a part of a name. Arrows choose, Return uses, Escape closes.";
    public const string ListHelp = "Click a style to read about it, double-click to use it. The star marks a favourite.";

    public const string Favourites = "Favourites", Presets = "Came with the plugin", Own = "Your own";
    public const string NoMatch = "No style has this name.", NoStyles = "No style is installed.";
    public const string DropHint = "Drop a style's folder on the window to add it.";

    public const string Use = "Use this style", InUse = "In use", Loading = "Loading…", UseHelp = "This style answers from now on.";
    public const string ShowFolder = "Show folder", ShowFolderHelp = "Shows the style's files in the file manager.";
    public const string Favourite = "Favourite", FavouriteHelp = "Marks the style as a favourite: it stands at the top of the list.";

    public const string Model = "Model", Author = "Author", DataLicence = "Training data", Unknown = "The style's files do not say";

    /// <summary>What a row says to a screen reader.</summary>
    public static string Row(string name, bool isCurrent, bool isFavourite) =>
        $"{name}{(isCurrent ? ", in use" : "")}{(isFavourite ? ", favourite" : "")}";
}
