namespace Infra.TrustManager.CustomResources;

/// <summary>What is done for one type of custom resource. Every method may be repeated at any time.</summary>
public interface ICustomResource
{
    /// <summary>
    /// The physical id that a failed Create answers with; it must not fail itself, whatever the properties are.
    /// </summary>
    string PhysicalIdFor(CustomResourceRequest request);

    Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken);

    Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken);

    /// <summary>Accepts a resource that was never made, or is gone.</summary>
    Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken);
}
