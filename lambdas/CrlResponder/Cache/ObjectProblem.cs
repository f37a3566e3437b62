namespace Infra.CrlResponder.Cache;

/// <summary>Why S3's current object is not what is served, with a sentence for the log.</summary>
public sealed record ObjectProblem(ObjectProblemKind Kind, string Detail);
