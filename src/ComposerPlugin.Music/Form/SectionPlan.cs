namespace ComposerPlugin.Music;

/// <summary>
/// A piece as sections of bars. A section whose letter came before returns to its bars; another one begins anew. All sections have the same
/// number of bars, but the last one also has what is left.
/// </summary>
/// <param name="Form">The letters.</param>
/// <param name="Sections">The number of sections, at least 1.</param>
/// <param name="Bars">The bars of the piece, at least as many.</param>
public sealed record SectionPlan(SectionForm Form, int Sections, int Bars)
{
    /// <summary>The usual bars of a section: two lines of four.</summary>
    public const int UsualBars = 8;

    /// <summary>The sections of a piece in <c>Generate</c>, after which another begins.</summary>
    public const int UsualSections = 8;

    private const int LineBars = 4;

    /// <summary>The bars of a section: whole lines of four if there are as many.</summary>
    public int SectionBars => Bars / Sections < LineBars ? Bars / Sections : Bars / Sections / LineBars * LineBars;

    /// <summary>The letters of all sections.</summary>
    public string Letters => Form.TextOf(Sections);

    /// <summary>The usual number of sections of a piece: those of <see cref="UsualBars"/> bars.</summary>
    /// <param name="bars">The bars of the piece.</param>
    public static int SectionsOf(int bars) => Math.Max(1, bars / UsualBars);

    /// <summary>The section of a bar; bars are counted from 0.</summary>
    public int SectionOf(int bar) => Math.Min(bar / SectionBars, Sections - 1);

    /// <summary>The first bar of a section.</summary>
    public int BarOf(int section) => section * SectionBars;

    /// <summary>The bar after a section's last one.</summary>
    public int EndOf(int section) => section == Sections - 1 ? Bars : BarOf(section + 1);

    /// <summary>Whether a section returns to an earlier one.</summary>
    public bool Returns(int section) => Form.FirstOf(section) < section;

    /// <summary>
    /// How a section closes: fully at the end of the piece, at each fourth section, and as the second ending of one that is repeated.
    /// </summary>
    public SectionClose CloseOf(int section)
    {
        bool isSecond = section > 0 && Form.FirstOf(section) == Form.FirstOf(section - 1) && CloseOf(section - 1) == SectionClose.Half;
        return isSecond || section == Sections - 1 || (section + 1) % 4 == 0 ? SectionClose.Full : SectionClose.Half;
    }

    /// <summary>
    /// What a bar of a section that returns refers to: the same bar of the first section of its letter, unchanged, but the last one varied
    /// for the cadence, or new if the cadence is another. In a variation each line begins unchanged.
    /// </summary>
    /// <param name="bar">The bar.</param>
    public BarReference ReturnAt(int bar)
    {
        int section = SectionOf(bar), first = Form.FirstOf(section), place = bar - BarOf(section);
        bool isCadence = bar == EndOf(section) - 1;
        if (first == section || place >= SectionBars || (isCadence && CloseOf(section) != CloseOf(first)))
            return BarReference.New;
        bool isSame = Form.IsVaried(section) ? place % LineBars == 0 : !isCadence;
        return new(BarOf(section) - BarOf(first), isSame ? BarRelation.Same : BarRelation.Varied);
    }
}
