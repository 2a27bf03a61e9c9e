namespace ComposerPlugin.Engine;

/// <summary>Which answer, and where it sounds. <see cref="AnswerPlanner"/> creates it; requests carry it, replies its id.</summary>
/// <param name="Id">Grows by one with each answer asked for, from 1; 0: none.</param>
/// <param name="Start">The tick of its first possible onset.</param>
/// <param name="End">The tick at which it is over: no note sounds from there on.</param>
public readonly record struct AnswerBounds(int Id, long Start, long End);
