namespace Infra.CrlResponder.Cache;

/// <summary>The ways in which an object can be unfit.</summary>
public enum ObjectProblemKind
{
    /// <summary>Its answer would not fit what a load balancer takes.</summary>
    TooLarge,

    /// <summary>It does not parse as what its name says.</summary>
    Invalid,

    /// <summary>It is older than one that was served before.</summary>
    Older,

    /// <summary>It certainly is not of the CA whose CRL its key holds.</summary>
    WrongIssuer,

    /// <summary>Its thisUpdate lies more than a day ahead.</summary>
    NotYetValid,
}
