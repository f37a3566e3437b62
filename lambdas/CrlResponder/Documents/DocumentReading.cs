namespace Infra.CrlResponder.Documents;

/// <summary>Outcome of reading bytes: facts, or a sentence that says why they are not the document they should be.</summary>
public readonly record struct DocumentReading(DocumentFacts? Facts, string? Problem)
{
    public static DocumentReading Of(DocumentFacts facts) => new(facts, null);

    public static DocumentReading Not(string problem) => new(null, problem);
}
