namespace Infra.Local.DirectoryService.History;

/// <summary>One change of a directory, with everything as it was right before and right after.</summary>
/// <param name="At">When, by the clock of the local AWS.</param>
/// <param name="DirectoryId">Whose.</param>
public sealed record DirectoryChange(DateTimeOffset At, string DirectoryId, DirectoryState Before, DirectoryState After)
{
    /// <summary>What is different, for a person, such as <c>c-0123456789 Registering → Registered</c>.</summary>
    public IEnumerable<string> What => ChangeText.Between(Before, After);
}
