namespace Infra.Local.S3.Protocol;

/// <summary>How a conditional request ends; RFC 9110 section 13.2.2.</summary>
public enum ConditionOutcome
{
    Proceed,
    NotModified,
    PreconditionFailed,
}
