namespace Infra.CrlResponder.Cache;

/// <summary>Why S3's current object is not what is served, with a sentence for the log.</summary>
public sealed record ObjectProblem(ObjectProblemKind Kind, string Detail);

/// <summary>The ways in which an object can be unfit.</summary>
public enum ObjectProblemKind
{
    /// <summary>Its answer would not fit what a load balancer takes.</summary>
    TooLarge,

    /// <summary>It does not parse as what its name says.</summary>
    Invalid,

    /// <summary>It is older than one that was served before.</summary>
    Older,
}
