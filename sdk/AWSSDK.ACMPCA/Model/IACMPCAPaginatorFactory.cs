namespace Amazon.ACMPCA.Model;

/// <summary>Operations that answer in pages.</summary>
public interface IACMPCAPaginatorFactory
{
    IListTagsPaginator ListTags(ListTagsRequest request);
}
