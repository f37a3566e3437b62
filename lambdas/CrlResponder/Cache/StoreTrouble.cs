namespace Infra.CrlResponder.Cache;

/// <summary>Why S3's word on an object could not be had when it was last asked.</summary>
/// <param name="IsDenied">S3 refused; otherwise it was slow, throttled or down.</param>
/// <param name="Detail">A sentence for the log.</param>
public sealed record StoreTrouble(bool IsDenied, string Detail);
